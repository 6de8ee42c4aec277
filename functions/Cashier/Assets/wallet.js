// Opens the payer's wallet from a page inside it; what the wallet says afterwards proves nothing,
// so every answer leads to the page that asks.
(() => {
  'use strict';

  const form = document.querySelector('form[data-bridge]');
  const { bridge, ready, method, operation } = form.dataset;
  const parameters = {};
  for (const field of form.querySelectorAll('input[data-name]')) {
    parameters[field.dataset.name] = field.value;
  }

  const goOn = () => window.location.replace(form.action);
  const open = () => window[bridge][method](operation, parameters, goOn);

  form.addEventListener('submit', (event) => {
    if (window[bridge]) {
      event.preventDefault();
      open();
    }
  });

  const [visit] = performance.getEntriesByType('navigation');
  if (visit !== undefined && visit.type === 'back_forward') {
    return;
  }

  if (window[bridge]) {
    open();
  } else {
    document.addEventListener(ready, open, { once: true });
  }
})();
