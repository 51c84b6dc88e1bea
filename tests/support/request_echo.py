"""A site that tells what a request carries: for the test that no secret does."""

import importlib
import os

from django.http import HttpRequest, JsonResponse
from django.urls import path

vars().update(
    {name: value for name, value in vars(importlib.import_module("config.settings")).items() if name.isupper()}
)

ROOT_URLCONF = "tests.support.request_echo"


def echo(request: HttpRequest) -> JsonResponse:
    request_values = {name: str(value) for name, value in request.environ.items()}
    return JsonResponse({"request": request_values, "process": dict(os.environ)})


urlpatterns = [path("", echo)]
