"""Programs that write committed files of the package; each says how it is run."""
