"""Static files as this site collects them: without source maps, which readers pay for and nobody reads."""

from typing import Any

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(StaticFilesConfig):
    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "*.map"]


def _without_maps(patterns: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(
        (files, tuple(found for found in lines if "sourceMappingURL" not in str(found))) for files, lines in patterns
    )


class Storage(CompressedManifestStaticFilesStorage):
    """Does not look for the map that a script or a style names."""

    patterns = _without_maps(CompressedManifestStaticFilesStorage.patterns)
