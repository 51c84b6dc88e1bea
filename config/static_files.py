"""Static files as this site collects and stores them: without source maps, and compressed by gzip alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class Finder(AppDirectoriesFinder):
    """Finds no source maps, which readers pay for and nobody reads."""

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        return super().list([*(ignore_patterns or ()), "*.map"])


def _without_maps(patterns: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(
        (files, tuple(line for line in lines if "sourceMappingURL" not in str(line))) for files, lines in patterns
    )


class Storage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's. It does not look for the map that a script or a style names, and does not compress by brotli, which
    it takes where that is installed: the first start of the site would last half a minute longer."""

    patterns = _without_maps(CompressedManifestStaticFilesStorage.patterns)

    def create_compressor(self, **options: Any) -> Compressor:
        return super().create_compressor(**options, use_brotli=False)
