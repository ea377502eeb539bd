"""Many articles at once: :mod:`~claimx.batch.job` is the run, from articles to whole lines of output.

:mod:`~claimx.batch.pool` spreads articles over :mod:`worker processes <claimx.batch.worker>` and gives the answers
back in order; :mod:`~claimx.batch.ledger` remembers what is done, so that a run that was killed goes on.
"""
