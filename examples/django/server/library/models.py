"""Books, those on the shelves and those that somebody suggested."""

from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=120)
    author = models.CharField(max_length=120)
    suggested = models.BooleanField(default=False)

    def __str__(self):
        return self.title
