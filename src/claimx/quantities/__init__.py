"""Numbers and dates in running text, found without a parser.

The readers work on the lexemes of :mod:`claimx.quantities.lexemes`, because spaCy's tokens cut numbers
in the wrong places ("46-year-old" begins with the token "46-year"). From small to large: ``numerals`` and
``fractions`` give values; ``money`` and ``units`` what is measured; ``amounts`` and ``ranges`` put them together;
``comparators`` reads what stands around them; ``dates``, ``clock`` and ``calendar`` do the same for time.
``reading`` walks over a text and calls them all. ``counted`` alone needs a parsed ``Doc``.
"""
