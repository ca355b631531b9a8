"""Build time: one file per data source, and what makes the gazetteer of them. Nothing here runs in the app.

    fetch → read (one module per source) → merge → rank → check → write

To add a source:

1. `pins.py`: package, exact version, SHA-256, licence, date and the attribution to show.
2. A module named after it with `read(…) -> Iterator[Record]`; a record holds only what the source says.
3. `build.py`: one line in `readers`; the order there decides who wins a field.
4. A test on a few real rows in `tests/sources/`, hostile ones among them.
5. `data/README.md`: a row in the table. Then `python -m geo.sources`, and read its report.
"""
