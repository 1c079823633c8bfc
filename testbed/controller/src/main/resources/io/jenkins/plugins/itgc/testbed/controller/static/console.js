'use strict';

(function () {
  var log = document.querySelector('pre[data-log]');

  function follow(start) {
    var request = new XMLHttpRequest();
    request.onload = function () {
      if (request.status !== 200) {
        return;
      }
      log.insertAdjacentHTML('beforeend', request.responseText);
      if (request.getResponseHeader('X-More-Data') === 'true') {
        window.setTimeout(follow, 500, request.getResponseHeader('X-Text-Size'));
      }
    };
    request.open('GET', log.getAttribute('data-log') + '?start=' + start);
    request.send();
  }

  follow(0);
})();
