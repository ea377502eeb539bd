"""Tables: what reading one leaves behind."""

import csv
import io

from claimx.readers import tables


def test_the_limit_of_cells_is_given_back() -> None:
    """It is the whole process's, so that another's tables would be refused."""
    before = csv.field_size_limit()
    list(tables.read(io.BufferedReader(io.BytesIO(b"id,text\na,It rained.\n")), "a.csv", "text", 20))
    assert csv.field_size_limit() == before
