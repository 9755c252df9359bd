// Improves the playground: shows what the form leads to while somebody types, marks lines, copies, and carries the config in the fragment of a link, which no server gets to see.
'use strict';
(() => {
  // Milliseconds without a key after which typing has paused: at most 150 requests a minute, of the 300 that a visitor has.
  const pause = 400;

  // Characters of a link at most: longer ones are cut by mail programs and chats.
  const mostOfLink = 8000;

  const mark = '#config=';
  const byId = id => document.getElementById(id);
  const form = byId('playground');
  const { config, moment, language, repository } = form.elements;
  const gutter = form.querySelector('.gutter');
  const stage = byId('texts');
  let timer;
  let asked;
  let complained = false;

  const tell = words => { byId('told').textContent = words; };

  // What changes in the page

  async function show() {
    clearTimeout(timer);
    asked?.abort();
    const mine = asked = new AbortController();
    try {
      const answer = await fetch(form.dataset.try, { method: 'POST', body: new FormData(form), signal: mine.signal });
      const text = await answer.text();
      if (answer.ok) {
        swap(new DOMParser().parseFromString(text, 'text/html'));
        if (complained) {
          tell('');
        }
      } else {
        tell(text);
      }

      // What else was told meanwhile is not its to take back.
      complained = !answer.ok;
    } catch (fault) {
      if (fault.name === 'AbortError') {
        return;
      }

      tell('The service does not answer. Type on: it is asked again.');
      complained = true;
    }

    history.replaceState(null, '', await address() ?? location.pathname);
  }

  function swap(page) {
    for (const part of page.querySelectorAll('[data-part]')) {
      const place = byId(part.dataset.part);
      if (place.innerHTML !== part.innerHTML) {
        const open = place.querySelector('.box > details[open]');
        place.replaceChildren(...part.childNodes);
        if (open) {
          place.querySelectorAll('.box > details').forEach(details => { details.open = true; });
        }
      }
    }

    invalid(config, 'problems');
    invalid(repository, 'new-file');
    number();
  }

  function invalid(field, part) {
    byId(part).querySelector('[data-error]') ? field.setAttribute('aria-invalid', 'true') : field.removeAttribute('aria-invalid');
  }

  // Lines

  function number() {
    const bad = new Set([...document.querySelectorAll('#problems .bad [data-line]')].map(link => Number(link.dataset.line)));
    const count = config.value.split('\n').length;
    while (gutter.childElementCount < count) {
      gutter.append(Object.assign(document.createElement('span'), { textContent: gutter.childElementCount + 1 }));
    }

    while (gutter.childElementCount > count) {
      gutter.lastChild.remove();
    }

    [...gutter.children].forEach((line, at) => line.classList.toggle('bad', bad.has(at + 1)));
    gutter.scrollTop = config.scrollTop;
  }

  function goTo(line, column) {
    const lines = config.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
    config.focus();
    config.setSelectionRange(start + column - 1, start + lines[line - 1].length);
    config.scrollTop = (config.scrollHeight / lines.length) * (line - 4);
  }

  // Links

  async function pack(text) {
    const packed = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
    return btoa(Array.from(packed, byte => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  }

  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      if (text.length > config.maxLength) {
        throw new RangeError('too long');
      }
    }

    return text;
  }

  // Null if it is too long.
  async function address() {
    const choices = new URLSearchParams({ moment: moment.value, language: language.value });
    if (repository.value) {
      choices.set('repository', repository.value);
    }

    const link = `${location.origin}${location.pathname}?${choices}${mark}${await pack(config.value)}`;
    return link.length <= mostOfLink ? link : null;
  }

  async function open() {
    if (location.hash.startsWith(mark)) {
      try {
        config.value = await unpack(location.hash.slice(mark.length));
      } catch {
        tell('That link carries no config that can be read.');
        return;
      }
    } else if (config.value === config.defaultValue) {
      return;
    }

    number();
    await show();
  }

  async function copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      tell(done);
    } catch {
      tell('The browser does not let this page copy. The link is in the address bar, and the file in the editor.');
    }
  }

  async function copyLink() {
    const link = await address();
    if (link) {
      await copy(link, 'The link is copied. It carries the config itself, so nobody but who has it sees it.');
    } else {
      tell('The config is too long for a link. Copy the file instead.');
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    show();
  });
  form.addEventListener('input', event => {
    if (event.target === config || event.target === repository) {
      number();
      clearTimeout(timer);
      timer = setTimeout(show, pause);
    }
  });
  form.addEventListener('change', event => {
    if (event.target.name === 'look') {
      stage.dataset.theme = event.target.value;
    } else if (event.target === moment || event.target === language) {
      show();
    }
  });
  byId('problems').addEventListener('click', event => {
    const link = event.target.closest('[data-line]');
    if (link) {
      event.preventDefault();
      goTo(Number(link.dataset.line), Number(link.dataset.column));
    }
  });
  config.addEventListener('scroll', () => { gutter.scrollTop = config.scrollTop; });
  byId('copy-file').addEventListener('click', () => copy(config.value, 'The file is copied.'));
  byId('copy-link').addEventListener('click', copyLink);
  window.addEventListener('hashchange', open);

  byId('copying').hidden = gutter.hidden = false;
  form.querySelector('[type="submit"]').parentElement.hidden = true;
  number();
  open();
})();
