"""How static files are stored."""

from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's, compressed by gzip alone: in brotli, which it takes where that is installed, the first start of
    the site lasts half a minute longer."""

    def create_compressor(self, **options: Any) -> Compressor:
        return super().create_compressor(**options, use_brotli=False)
