"""The librarian's back office."""

from django.contrib import admin

from library.models import Book

admin.site.register(Book, list_display=("title", "author", "suggested"), list_filter=("suggested",))
