// A certified OpenID provider for the tests. It knows a few people, and keeps nothing.
// Usage: node provider.mjs PORT CALLBACK PEOPLE, the last as JSON: {"name": {claims}}
import Provider from "oidc-provider";

const [port, callback, told] = process.argv.slice(2);
const people = JSON.parse(told);
const issuer = `http://127.0.0.1:${port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "taskforce",
      client_secret: "a-secret-of-the-test",
      redirect_uris: [callback],
      token_endpoint_auth_method: "client_secret_post",
    },
  ],
  claims: {
    openid: ["sub"],
    email: ["email", "email_verified"],
    profile: ["name", "groups"],
  },
  pkce: { required: () => true },
  cookies: { keys: ["only-for-the-test"] },
  findAccount: (_context, id) =>
    people[id] && { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
  // Whoever signs in has agreed already.
  async loadExistingGrant({ oidc }) {
    const grant = new provider.Grant({
      clientId: oidc.client.clientId,
      accountId: oidc.session.accountId,
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});

provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
