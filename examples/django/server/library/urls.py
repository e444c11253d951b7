"""Addresses of the library."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import include, path

from library import views

urlpatterns = [
    path("", views.home),
    path("language/", views.language),
    path("suggest/", views.suggest),
    path("suggest/thanks/", views.thanks),
    path("seen/", views.seen),
    path("log-in/", auth.LoginView.as_view(template_name="library/log-in.djhtml")),
    path("log-out/", auth.LogoutView.as_view()),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
]
