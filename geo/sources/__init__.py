"""Build time: one file per data source, and what makes the gazetteer of them. Nothing here runs in the app.

    fetch → read (one module per source) → refuse → merge → complete → outline → check → write

To add a source:

1. `pins.py`: package, exact version, SHA-256, licence, date and the attribution to show.
2. A module named after it with `read(…) -> Iterator[Record]`; a record holds only what the source says. A source that knows
   no GeoNames numbers is joined by name and place (`joining.py`).
3. `build.py`: one line in `read_all`; `merge.py` says who wins a field, `agreement.py` whose numbers are doubted.
4. A test on a few real rows in `tests/sources/`, hostile ones among them.
5. `data/README.md`: a row in the table. Then `python -m geo.sources`, and read its report.
"""
