"""The library's own words. Log-in, forms and admin speak with Django's."""

from django.utils.translation import get_language

WORDS = {
    "en": {
        "library": "Harbour Library",
        "books": "Books on our shelves",
        "none": "No books yet",
        "suggest": "Suggest a book",
        "send": "Send",
        "thanks": "Thank you. Suggestions so far:",
        "language": "Language",
        "choose": "Choose",
        "policy": "Cookies policy",
        "preferences": "Your choices about cookies",
    },
    "fr": {
        "library": "Bibliothèque du port",
        "books": "Les livres de nos rayons",
        "none": "Aucun livre pour l’instant",
        "suggest": "Proposer un livre",
        "send": "Envoyer",
        "thanks": "Merci. Propositions à ce jour :",
        "language": "Langue",
        "choose": "Choisir",
        "policy": "Politique des cookies",
        "preferences": "Vos choix sur les cookies",
    },
}


def words(request):
    return {"words": WORDS.get(get_language(), WORDS["en"])}
