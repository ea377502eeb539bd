"""Who speaks: names and roles, who is who, and the steps from a source phrase to its speaker."""
