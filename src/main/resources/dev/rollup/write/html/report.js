(function () {
  var words = document.body.dataset;
  var all = function (selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  };
  var button = function (text, act) {
    var made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', function () { act(made); });
    return made;
  };
  var byHand = function (node) {
    var range = document.createRange();
    range.selectNodeContents(node);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    var done = document.execCommand('copy');
    selection.removeAllRanges();
    return done;
  };
  var copy = function (node, made) {
    var told = function () {
      made.textContent = words.copied;
      window.setTimeout(function () { made.textContent = words.copy; }, 2000);
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(node.textContent).then(told, function () {
        if (byHand(node)) { told(); }
      });
    } else if (byHand(node)) {
      told();
    }
  };
  all('.copy').forEach(function (node) {
    node.parentNode.insertBefore(
      button(words.copy, function (made) { copy(node, made); }), node.nextSibling);
  });

  var cards = all('article.card');
  var tools = document.getElementById('tools');
  if (tools) {
    var box = document.createElement('input');
    box.type = 'search';
    box.placeholder = words.filter;
    box.setAttribute('aria-label', words.filter);
    var left = document.createElement('span');
    left.setAttribute('role', 'status');
    box.addEventListener('input', function () {
      var wanted = box.value.trim().toLowerCase().split(/\s+/);
      var shown = 0;
      cards.forEach(function (card) {
        var text = card.textContent.toLowerCase();
        var fits = wanted.every(function (word) { return text.indexOf(word) !== -1; });
        card.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      left.textContent = box.value.trim() === '' ? '' : shown + ' / ' + cards.length;
    });
    tools.appendChild(box);
    tools.appendChild(left);
    [[words.open, true], [words.close, false]].forEach(function (each) {
      tools.appendChild(button(each[0], function () {
        all('details').forEach(function (details) { details.open = each[1]; });
      }));
    });
    tools.hidden = false;
  }

  var reveal = function () {
    var id = decodeURIComponent(window.location.hash.slice(1));
    var target = id === '' ? null : document.getElementById(id);
    if (target === null) { return; }
    target.hidden = false;
    for (var node = target; node !== null; node = node.parentElement) {
      if (node.tagName === 'DETAILS') { node.open = true; }
    }
    all('details', target).slice(0, 1).forEach(function (details) { details.open = true; });
    target.scrollIntoView();
  };
  window.addEventListener('hashchange', reveal);
  reveal();
})();
