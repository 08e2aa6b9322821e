(function () {
  var words = document.body.dataset;
  var said = document.getElementById('said');
  var drop = document.getElementById('drop');
  var say = function (text) { if (said) { said.textContent = text; } };

  var send = function (action, files) {
    var limit = Number(words.limit);
    var data = new FormData();
    for (var i = 0; i < files.length; i++) {
      if (files[i].file.size > limit) {
        say(words.tooLarge.replace('{0}', files[i].name));
        return;
      }
      data.append('files', files[i].file, files[i].name);
    }
    var request = new XMLHttpRequest();
    var before = -1;
    request.open('POST', action);
    request.upload.addEventListener('progress', function (event) {
      var percent = event.total ? Math.floor(event.loaded / event.total * 10) * 10 : 0;
      if (percent !== before) {
        before = percent;
        say(words.sending.replace('{0}', String(files.length)).replace('{1}', String(percent)));
      }
    });
    request.addEventListener('load', function () {
      if (request.status === 200) {
        var to = new URL(request.responseURL);
        var same = to.pathname + to.search === window.location.pathname + window.location.search;
        window.location.replace(to.pathname + to.search + '#returns');
        if (same) { window.location.reload(); }
        return;
      }
      var told = new DOMParser().parseFromString(request.responseText, 'text/html').getElementById('told');
      say(told ? told.textContent : words.failed);
    });
    request.addEventListener('error', function () { say(words.failed); });
    say(words.sending.replace('{0}', String(files.length)).replace('{1}', '0'));
    request.send(data);
  };

  var walk = function (entry, path, files, done) {
    if (entry.isFile) {
      entry.file(function (file) {
        files.push({file: file, name: path + file.name});
        done();
      }, done);
      return;
    }
    var reader = entry.createReader();
    var more = function () {
      reader.readEntries(function (entries) {
        if (!entries.length) { done(); return; }
        var left = entries.length;
        entries.forEach(function (each) {
          walk(each, path + entry.name + '/', files, function () {
            left--;
            if (left === 0) { more(); }
          });
        });
      }, done);
    };
    more();
  };

  if (drop) {
    var hint = document.createElement('p');
    hint.className = 'drop';
    hint.textContent = words.drop;
    drop.insertBefore(hint, drop.firstChild);
    ['dragenter', 'dragover'].forEach(function (name) {
      document.addEventListener(name, function (event) {
        event.preventDefault();
        drop.classList.add('over');
      });
    });
    document.addEventListener('dragleave', function (event) {
      if (!event.relatedTarget) { drop.classList.remove('over'); }
    });
    document.addEventListener('drop', function (event) {
      event.preventDefault();
      drop.classList.remove('over');
      var entries = Array.prototype.slice.call(event.dataTransfer.items)
        .map(function (item) { return item.webkitGetAsEntry && item.webkitGetAsEntry(); })
        .filter(Boolean);
      var files = [];
      var left = entries.length;
      entries.forEach(function (entry) {
        walk(entry, '', files, function () {
          left--;
          if (left === 0 && files.length) { send('returns', files); }
        });
      });
    });
    drop.addEventListener('submit', function (event) {
      event.preventDefault();
      var files = [];
      Array.prototype.slice.call(drop.querySelectorAll('input[type=file]')).forEach(function (input) {
        Array.prototype.slice.call(input.files).forEach(function (file) {
          files.push({file: file, name: file.webkitRelativePath || file.name});
        });
      });
      if (files.length) { send('returns', files); } else { drop.querySelector('input').focus(); }
    });
  }

  Array.prototype.slice.call(document.querySelectorAll('form.merge')).forEach(function (form) {
    form.addEventListener('submit', function () {
      form.querySelector('button').setAttribute('aria-disabled', 'true');
      document.getElementById('merging').textContent = words.merging;
    });
  });

  // On a narrow screen a picture is wider than its frame: what it is about is to be seen.
  Array.prototype.slice.call(document.querySelectorAll('.picture')).forEach(function (frame) {
    var here = frame.querySelector('.here');
    if (here && here.offsetLeft + here.offsetWidth > frame.clientWidth) {
      frame.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - frame.clientWidth / 2;
    }
  });

  var told = document.getElementById('told');
  if (told) { told.focus(); }
}());
