// Progressive enhancement only: every form here works without this file.
// The edit form is sent as an API write, with the CSRF cookie's value in the X-CSRFToken header.
'use strict';
{
  const form = document.getElementById('edit');
  const state = document.getElementById('save-state');

  const readCookie = (name) =>
    document.cookie
      .split('; ')
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? '';

  const show = (text, kind) => {
    state.textContent = text;
    state.className = kind;
    state.toggleAttribute('data-saved', kind === 'saved');
  };

  const save = async () => {
    const values = new FormData(form);
    const response = await fetch(form.dataset.api, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'X-CSRFToken': readCookie('csrftoken') },
      body: JSON.stringify({ title: { en: values.get('title_en'), fr: values.get('title_fr') }, licence: values.get('licence') }),
    });
    if (response.ok) show(form.dataset.savedText, 'saved');
    else show((await response.json().catch(() => null))?.title ?? form.dataset.failedText, 'error');
  };

  if (form !== null && state !== null) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      show('', '');
      save().catch(() => show(form.dataset.failedText, 'error'));
    });
  }
}
