"""`python -m geo.sources`: rebuild the gazetteer."""

import sys

from geo.sources.build import main

sys.exit(main())
