/**
 * Carries the labels that screen readers need into WeChat's templates, which know only the attributes they list.
 * Button, Input and Textarea announce themselves; View and Text need a role.
 */
const spoken = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-checked': '',
  'aria-expanded': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-modal': '',
};
const named = { 'aria-label': '' };

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.template === undefined) return;
      platform.template.mergeComponents(ctx, {
        View: spoken,
        Text: named,
        Button: named,
        Input: named,
        Textarea: named,
        Picker: named,
      });
    },
  });
};
