const path = require('node:path');
const spoken = require('./accessibility.json');

/**
 * Carries the labels that screen readers need into WeChat's templates, which know only the attributes they list.
 * Button, Input and Textarea announce themselves; View and Text need a role.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.template === undefined) return;
      platform.template.mergeComponents(ctx, spoken);
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'accessibility.runtime.js')].flat();
    },
  });
};
