"use strict";
exports.id = "proxied-fetch";
exports.ids = ["proxied-fetch"];
exports.modules = {

/***/ "src/system/proxied-fetch.js":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   proxiedFetch: () => (/* binding */ proxiedFetch)
/* harmony export */ });
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("@actions/http-client/lib/index.js");
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("undici/index.js");


function proxiedFetch(direct) {
    const agents = new Map();
    return async (address, init) => {
        const url = String(address);
        const proxy = (0,_actions_http_client__WEBPACK_IMPORTED_MODULE_0__/* .getProxyUrl */ .s_)(url);
        if (proxy === '')
            return direct(url, init);
        const agent = agents.get(proxy) ?? new undici__WEBPACK_IMPORTED_MODULE_1__.ProxyAgent(proxy);
        agents.set(proxy, agent);
        const options = { ...init, dispatcher: agent };
        const answer = await (0,undici__WEBPACK_IMPORTED_MODULE_1__.fetch)(url, options);
        return answer;
    };
}


/***/ })

};
;