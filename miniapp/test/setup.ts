// jsdom draws nothing, so nothing can be brought into sight.
Element.prototype.scrollIntoView = () => undefined;
