"""The library's settings, for Django 3.2 to 5.x. What it has to know behind a guard is in the middle."""

import os
import secrets

import django

SECRET_KEY = secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = ["library.localhost"]
ROOT_URLCONF = "library.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.path.join(os.environ["LIBRARY_FOLDER"], "library.sqlite"),
        "OPTIONS": {"timeout": 20},
    }
}

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "library",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "library.words.words",
            ]
        },
    }
]
STATIC_URL = "/static/"
LOGIN_URL = "/log-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
USE_TZ = True
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # A request line names what a visitor looked at: only failures are written.
    "loggers": {"django.server": {"level": "ERROR"}, "django.security.csrf": {"level": "ERROR"}, "django.request": {"level": "ERROR"}},
}

# Behind a guard.
#
# The guard replaces X-Forwarded-* on every request, so nobody who comes through it can forge them. Who can reach this server past
# the guard can: let it listen where only the guard does.

# A TLS terminator ends https in front of the guard and Django sees http. Without this line `request.is_secure()` is false, and
# every absolute address, the check of Referer and the redirect to https are wrong.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The guard leaves Host as the visitor sent it. Where something between the two puts its own name there (nginx does unless it is told
# otherwise), X-Forwarded-Host is still the visitor's.
USE_X_FORWARDED_HOST = True
# Needed only where visitors type another name than the one that reaches Django, and harmless elsewhere. Origins since Django 4.0,
# hosts before.
CSRF_TRUSTED_ORIGINS = ["https://library.localhost" if django.VERSION >= (4, 0) else "library.localhost"]

# As declared in candor.config.ts. Browsers take Secure cookies from *.localhost over http too.

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 86400
# By default Django puts messages ("The book was added") into a cookie of their own, `messages`. In the session they need none.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
