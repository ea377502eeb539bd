"""The pages of ``docs/`` that follow from the code: what each says is asked of the code, never written twice."""
