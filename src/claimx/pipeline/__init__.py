"""The spaCy components, one file each; ``build`` holds their order."""
