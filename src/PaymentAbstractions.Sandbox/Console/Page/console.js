'use strict';

const ROWS = 50;
const PAUSE = 2000;
const shown = {};
const byId = id => document.getElementById(id);

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const time = iso => new Date(iso).toLocaleTimeString('en-GB');

// With the decimals of the currency; as it is where the browser knows no such currency.
function money(amount, currency) {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' }).format(amount);
  } catch {
    return `${currency} ${amount}`;
  }
}

function describe(row) {
  const items = row.lineItems.length;
  return [
    row.description,
    row.customerPONumber && `PO number ${row.customerPONumber}`,
    row.dataLevel && `Level ${row.dataLevel}`,
    items > 0 && (items === 1 ? '1 line item' : `${items} line items`),
  ].filter(Boolean).join(' · ');
}

const badge = (text, kind) => element('span', text, { class: `badge ${kind}` });

const LEDGER = [
  ['Time', row => time(row.createdTime)],
  ['Provider', row => row.provider],
  ['Type', row => row.type],
  ['Amount', row => money(row.amount, row.currency), 'number'],
  ['Status', row => row.status],
  ['Transaction', row => row.id],
  ['Original', row => row.parent],
  ['Customer', row => row.customerId],
  ['Description', describe],
];

const REQUESTS = [
  ['Time', row => time(row.time)],
  ['Provider', row => row.provider],
  ['Request', row => `${row.method} ${row.path}`],
  ['Answer', row => row.status === null ? badge('none', 'bad') : badge(row.status, row.status < 400 ? 'good' : 'bad')],
  ['Fault', row => row.fault && badge(row.fault, 'warn')],
  ['Moves money', row => row.movesMoney ? 'yes' : ''],
];

// The roles keep the table a table for a screen reader where the style sheet shows it as cards.
function table(columns, rows, label) {
  const made = element('table', null, { role: 'table', 'aria-label': label });
  const head = element('thead', null, { role: 'rowgroup' });
  const heads = element('tr', null, { role: 'row' });
  for (const [name, , kind] of columns) heads.append(element('th', name, { role: 'columnheader', scope: 'col', class: kind ?? '' }));
  head.append(heads);
  const body = element('tbody', null, { role: 'rowgroup' });
  for (const row of rows) {
    const line = element('tr', null, { role: 'row' });
    for (const [name, read, kind] of columns) {
      const value = read(row) || '';
      const cell = element('td', null, { role: 'cell', 'data-label': name, class: value === '' ? 'empty' : kind ?? '' });
      cell.append(value);
      line.append(cell);
    }
    body.append(line);
  }
  made.append(head, body);
  return made;
}

async function call(path, options) {
  const answer = await fetch(path, options);
  const body = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw new Error(body.detail);
  return body;
}

// What did not change is left alone, so that a selection and the place of a reader stay.
function isNews(name, value) {
  const text = JSON.stringify(value);
  if (shown[name] === text) return false;
  shown[name] = text;
  return true;
}

function showTable(name, columns, rows, label, empty) {
  if (!isNews(name, rows)) return;
  byId(name).replaceChildren(rows.length > 0 ? table(columns, rows, label) : element('p', empty));
}

function showFaults(faults) {
  if (!isNews('faults', faults)) return;
  const provider = byId('provider');
  if (provider.options.length === 0) {
    provider.append(...faults.providers.map(name => new Option(name, name)));
    byId('buttons').append(...faults.faults.filter(one => one.title).map(button));
    byId('other').append(...faults.faults.filter(one => !one.title).map(one =>
      new Option(`${one.fault} (${one.takesEffect ? 'takes effect' : 'no effect'})`, one.fault)));
  }
  const waiting = faults.waiting.map(one => element('li', `${one.provider}: ${one.fault} × ${one.count}`));
  byId('waiting').replaceChildren(...(waiting.length > 0 ? waiting : [element('li', 'none', { class: 'badge good' })]));
}

function button(fault) {
  const made = element('button', fault.title, { type: 'button' });
  made.append(element('small', fault.takesEffect ? 'The payment takes effect.' : 'The payment does not take effect.'));
  made.addEventListener('click', () => add(fault.fault));
  return made;
}

async function act(work, done) {
  const message = byId('message');
  try {
    await work();
    message.className = '';
    message.textContent = done;
  } catch (failure) {
    message.className = 'error';
    message.textContent = failure.message;
  }
}

function add(fault) {
  const provider = byId('provider').value;
  const count = byId('count').valueAsNumber;
  return act(async () => showFaults(await call('api/faults', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ provider, fault, count }),
  })), `${fault} waits for the next ${count === 1 ? 'payment' : `${count} payments`} at ${provider}.`);
}

async function refresh() {
  const connection = byId('connection');
  try {
    const [ledger, requests, faults] = await Promise.all([
      call(`api/ledger?limit=${ROWS}`), call(`api/requests?limit=${ROWS}`), call('api/faults'),
    ]);
    showTable('ledger', LEDGER, ledger, 'Ledger', 'No money moved yet. Point a gateway at the emulators and make a sale.');
    showTable('requests', REQUESTS, requests, 'Requests', 'No request has arrived yet.');
    showFaults(faults);
    if (isNews('connection', true)) {
      connection.className = '';
      connection.textContent = 'Live';
    }
  } catch {
    if (isNews('connection', false)) {
      connection.className = 'error';
      connection.textContent = 'The sandbox does not answer. It may have been stopped.';
    }
  }
}

async function poll() {
  if (!document.hidden) await refresh();
  setTimeout(poll, PAUSE);
}

byId('fault-form').addEventListener('submit', event => event.preventDefault());
byId('add-other').addEventListener('click', () => add(byId('other').value));
byId('clear').addEventListener('click', () => act(async () => {
  await call('api/faults', { method: 'DELETE' });
  await refresh();
}, 'No fault waits any more.'));
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
poll();
