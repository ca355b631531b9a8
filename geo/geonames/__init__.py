"""A gazetteer of GeoNames' full dump: 13 million places instead of the 300,000 that ship. `docs/gazetteer.md` is for users.

    download → inputs → blocks → rows of places → rows of names → our own tables → draft → file

`build` goes through the files once, in blocks of whole lines; what has been read is committed with the rows made of it, so a
build that was cut off goes on where it was. Only `geo/cli.py` runs this, when asked: it is no part of a parse.
"""
