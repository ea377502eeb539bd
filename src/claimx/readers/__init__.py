"""From bytes to articles: one module per format, none of which raises for one bad article."""
