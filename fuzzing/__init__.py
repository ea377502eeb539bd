"""Coverage-guided fuzzing of claimx, by atheris (``pip install -e '.[test,fuzz]'``).

``python -m fuzzing TARGET --minutes 10`` runs one target, each a module of :mod:`fuzzing.targets`:

======== ==================================================================================
readers  bytes as a file of any format, packed or not → articles or failures
quotes   marks in any text, on any tokens, tags and tree → pairs, snapped contents, turns, titles
numbers  figures, number words, units, money in any order → numbers
dates    words of the calendar and the clock, any day of publication → dates and times
growth   a few words over and over → the time of each engine, which must grow with the length and no faster
whole    a text → the document that ``claimx extract`` writes, encoder included
======== ==================================================================================

A target checks what :mod:`fuzzing.invariants` states, and :mod:`fuzzing.watch` that it raises nothing else and takes no
longer than a second for 1,000 words. A find does not end the run: it is written to ``runs/fuzz/TARGET/finds`` (the
shortest input for each place in the code), and the corpus beside it is where the next run goes on. What was found
stands, made small, in ``tests/fuzz/``; the tests state the same invariants with hypothesis (:mod:`tests.strategies`).
"""
