"""Quality and speed of claimx, measured side by side; the figures stand in RESULTS.md."""
