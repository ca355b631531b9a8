"""Making the models that `data/models` ships. Needs `requirements-train.txt`; the app never imports this package."""
