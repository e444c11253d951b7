"""Pages of the library. None of them knows what a visitor chose: the guard does. The home page also does two things that the
policy does not say; the guard keeps both from happening."""

import os

from django.forms import modelform_factory
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string

from library.models import Book

SuggestionForm = modelform_factory(Book, fields=("title", "author"))


def home(request):
    books = Book.objects.filter(suggested=False).order_by("title")
    # Not declared: a script from another host …
    response = render(request, "library/home.djhtml", {"books": books, "script": os.environ["LIBRARY_SCRIPT"]})
    # … and a number for every visitor.
    response.set_cookie("_visitor_stats", get_random_string(24), max_age=2 * 365 * 86400)
    # Declared, for those who agree to it.
    response.set_cookie("library_visits", get_random_string(12), max_age=90 * 86400, secure=True, httponly=True, samesite="Lax")
    return response


def language(request):
    return render(request, "library/language.djhtml")


def suggest(request):
    form = SuggestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.instance.suggested = True
        form.save()
        return redirect("/suggest/thanks/")
    return render(request, "library/suggest.djhtml", {"form": form})


def thanks(request):
    return render(request, "library/thanks.djhtml", {"count": Book.objects.filter(suggested=True).count()})


def seen(request):
    """What Django sees of a request behind the guard."""
    return JsonResponse(
        {"cookies": request.COOKIES, "address": request.build_absolute_uri(), "secure": request.is_secure()},
    )
