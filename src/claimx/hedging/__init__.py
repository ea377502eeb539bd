"""Words that weaken a statement, and what they weaken; ``claimx_hedges`` writes them on the ``Doc``.

What is a cue is data: ``lexicons/hedges.toml``, compiled by :mod:`~claimx.hedging.lexicon`.
:mod:`~claimx.hedging.frames` knows the surroundings that give a cue its sense, :mod:`~claimx.hedging.modals`
which "may" is a possibility, and :mod:`~claimx.hedging.targets` what is weakened.
"""
