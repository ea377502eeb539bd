"""What an article asserts, clause by clause, and how certain it is; ``claimx_claims`` writes it on the ``Doc``.

:mod:`~claimx.assertions.extents` finds where claims are, by clauses (:mod:`~claimx.assertions.independent`),
:mod:`~claimx.assertions.factuality` how certain they are,
:mod:`~claimx.assertions.verdicts` what the article says about them, :mod:`~claimx.assertions.conflicts` which figures
contradict each other, and :mod:`~claimx.assertions.signals` why a claim can be checked.
"""
