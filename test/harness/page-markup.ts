/** What is wrong with the skeleton of a page; empty when nothing is. */
export function faultsOfMarkup(document: Document, html: string): string[] {
  return [
    ...faultsOfDocument(document, html),
    ...faultsOfIds(document),
    ...all(document, 'input:not([type=hidden]), select, textarea').flatMap(faultOfField),
    ...all(document, 'button, summary').flatMap(faultOfButton),
    ...all(document, 'a').flatMap((link) => faultsOfLink(link, document)),
    ...all(document, 'img:not([alt])').map((image) => `${shown(image)} has no alt`),
    ...all(document, 'svg').flatMap(faultOfDrawing),
    ...all(document, 'table').flatMap(faultsOfTable),
    ...all(document, 'form').flatMap(faultsOfForm),
    ...all(document, '*').flatMap(inlineHandlers),
  ];
}

export function all(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** The text of an element as one reads it, spaces collapsed. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function shown(element: Element): string {
  return element.outerHTML.replace(/\s+/g, ' ').slice(0, 90);
}

function faultsOfDocument(document: Document, html: string): string[] {
  const headings = all(document, 'h1');
  return [
    /^<!doctype html>/i.test(html) ? '' : 'it does not begin with <!doctype html>',
    document.documentElement.getAttribute('lang') === 'vi' ? '' : 'its language is not "vi"',
    textOf(document.querySelector('title')) ? '' : 'its title is empty',
    headings.length === 1 ? '' : `it has ${headings.length} h1, not one`,
    all(document, 'main').length === 1 ? '' : 'it does not have exactly one main',
    headings.every((one) => textOf(one)) ? '' : 'its h1 is empty',
  ].filter(Boolean);
}

/** An id stands once; what labels, descriptions and links point to is there. */
function faultsOfIds(document: Document): string[] {
  const ids = all(document, '[id]').map((one) => one.id);
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  const pointing = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'form'];
  const lost = pointing.flatMap((name) =>
    all(document, `[${name}]`).flatMap((one) =>
      (one.getAttribute(name) ?? '')
        .split(/\s+/)
        .filter((id) => id && !ids.includes(id))
        .map((id) => `${shown(one)} points with ${name} to "${id}", which is not there`),
    ),
  );
  return [...twice.map((id) => `the id "${id}" stands more than once`), ...lost];
}

/** The words that name a field: its label, or what ARIA says. */
export function labelOf(field: Element): string {
  const document = field.ownerDocument;
  const labelled = (field.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const label = field.id
    ? all(document, 'label').find((one) => one.getAttribute('for') === field.id)
    : undefined;
  return (
    field.getAttribute('aria-label')?.trim() ||
    labelled.map((id) => textOf(document.getElementById(id))).join(' ') ||
    textOf(label ?? field.closest('label'))
  );
}

function faultOfField(field: Element): string[] {
  if (['submit', 'button', 'image', 'reset'].includes(field.getAttribute('type') ?? ''))
    return [`${shown(field)} should be a <button>`];
  return labelOf(field) ? [] : [`${shown(field)} has no label`];
}

function faultOfButton(button: Element): string[] {
  const says = textOf(button) || button.getAttribute('aria-label')?.trim();
  return says ? [] : [`${shown(button)} says nothing`];
}

function faultsOfLink(link: Element, document: Document): string[] {
  const address = link.getAttribute('href');
  if (!address) return [`${shown(link)} leads nowhere`];
  const says = textOf(link) || link.getAttribute('aria-label')?.trim();
  const target = /^#(.+)$/.exec(address)?.[1];
  return [
    says ? '' : `${shown(link)} says nothing`,
    target && !document.getElementById(decodeURIComponent(target))
      ? `${shown(link)} leads to a place that is not on the page`
      : '',
    /^javascript:/i.test(address) ? `${shown(link)} is a script` : '',
  ].filter(Boolean);
}

/** A drawing is either decoration, and hidden from readers, or an image with a name. */
function faultOfDrawing(drawing: Element): string[] {
  if (drawing.closest('[aria-hidden=true]')) return [];
  const name =
    drawing.getAttribute('aria-label') ||
    drawing.getAttribute('aria-labelledby') ||
    textOf(drawing.querySelector('title'));
  return name ? [] : [`${shown(drawing)} is neither hidden nor named`];
}

function faultsOfTable(table: Element): string[] {
  const named =
    textOf(table.querySelector('caption')) ||
    table.getAttribute('aria-label') ||
    table.getAttribute('aria-labelledby');
  const heads = all(table, 'th');
  if (table.getAttribute('role') === 'presentation') return [];
  return [
    named ? '' : `${shown(table)} has neither caption nor name`,
    heads.length > 0 ? '' : `${shown(table)} has no th`,
    heads.every((one) => one.hasAttribute('scope')) ? '' : `${shown(table)} has a th without scope`,
  ].filter(Boolean);
}

function faultsOfForm(form: Element): string[] {
  const method = form.getAttribute('method')?.toLowerCase();
  const outside = form.id
    ? all(form.ownerDocument, 'button[form]').filter((one) => one.getAttribute('form') === form.id)
    : [];
  const buttons = [...all(form, 'button'), ...outside].filter(
    (one) => (one.getAttribute('type') ?? 'submit') === 'submit',
  );
  return [
    method === 'post' || method === 'get' ? '' : `${shown(form)} does not say get or post`,
    form.getAttribute('action') ? '' : `${shown(form)} does not say where it goes`,
    buttons.length > 0 ? '' : `${shown(form)} has no button`,
  ].filter(Boolean);
}

function inlineHandlers(element: Element): string[] {
  const names = [...element.attributes].map((one) => one.name).filter((name) => /^on/i.test(name));
  return names.map((name) => `${shown(element)} has a script in ${name}`);
}
