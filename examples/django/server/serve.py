"""Serves the library on a port of this machine: migrates, makes the librarian, tells its address as one line of JSON, and stops
when its standard input ends, so that it never outlives whoever started it."""

import json
import os
import sys
import threading

import django
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "library.settings")


def make_librarian():
    from django.contrib.auth import get_user_model

    users = get_user_model().objects
    if not users.filter(username="librarian").exists():
        users.create_superuser("librarian", password=os.environ["LIBRARY_PASSWORD"])


def stop_when_alone(server):
    sys.stdin.read()
    server.shutdown()


def main():
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    make_librarian()
    server = ThreadedWSGIServer(("127.0.0.1", 0), WSGIRequestHandler)
    server.daemon_threads = True
    # Admin's own scripts and styles are served without a step that collects them first.
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    print(json.dumps({"port": server.server_port, "django": django.get_version()}), flush=True)
    threading.Thread(target=stop_when_alone, args=(server,), daemon=True).start()
    server.serve_forever()


main()
