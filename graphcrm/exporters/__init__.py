"""Export: one file per format. A bundle is what an import reads (importers/), and says the same of everything."""
