"""Numbers and dates in running text, found without a parser.

The readers work on the lexemes of :mod:`claimx.quantities.lexemes`, because spaCy's tokens cut numbers
in the wrong places ("46-year-old" begins with the token "46-year"). From small to large: ``numerals`` and
``fractions`` give values; ``money``, ``units`` and ``durations`` what is measured; ``amounts``, ``forms`` and
``ranges`` put them together; ``comparators`` and ``context`` read what stands around them; ``names`` and
``idioms`` know what is no number; ``reading`` walks over a text and calls them all. ``clock``, ``dates``,
``periods`` and ``moments`` do the same for time, ``tense`` and ``resolve`` turn it into ISO 8601. ``counted``
and ``carried`` alone need a tagged ``Doc``.
"""
