"""Figures for what claimx finds, against articles that somebody annotated. Percentages, rounded to one decimal."""
