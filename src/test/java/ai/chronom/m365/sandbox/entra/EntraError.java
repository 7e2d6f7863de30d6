package ai.chronom.m365.sandbox.entra;

/**
 * What Entra answers when it gives no token; codes and OAuth errors are Microsoft's, sentences
 * follow theirs.
 */
enum EntraError {
  TENANT_UNKNOWN(
      90002,
      "invalid_request",
      400,
      "Tenant '%s' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant."),
  TENANT_MALFORMED(
      900023,
      "invalid_request",
      400,
      "Specified tenant identifier '%s' is neither a valid DNS name, nor a valid external domain."),
  TENANT_NOT_NAMED(
      9001023,
      "invalid_request",
      400,
      "The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint."),
  APPLICATION_UNKNOWN(
      700016,
      "unauthorized_client",
      400,
      "Application with identifier '%s' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant."),
  APPLICATION_MALFORMED(
      700038, "unauthorized_client", 400, "%s is not a valid application identifier."),
  APPLICATION_DISABLED(
      70001, "unauthorized_client", 400, "The application named '%s' is disabled."),
  NO_SERVICE_PRINCIPAL(
      7000229,
      "invalid_client",
      401,
      "The client application %s is missing service principal in the tenant. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119"),
  SIGN_IN_DISABLED(
      7000112,
      "unauthorized_client",
      400,
      "Application '%s'(Chronom Read-Only App Registration) is disabled."),
  SECRET_WRONG(
      7000215,
      "invalid_client",
      401,
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '%s'."),
  SECRET_EXPIRED(
      7000222,
      "invalid_client",
      401,
      "The provided client secret keys for app '%s' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds."),
  SECRET_MISSING(
      7000218,
      "invalid_client",
      401,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
  ASSERTION_KEY_UNKNOWN(
      700027,
      "invalid_client",
      401,
      "The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '%s', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for the app.]"),
  ASSERTION_KEY_EXPIRED(
      700027,
      "invalid_client",
      401,
      "Client assertion failed signature validation. [Reason - The key used is expired., %s, Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for the app.]"),
  ASSERTION_SIGNATURE_WRONG(
      700027,
      "invalid_client",
      401,
      "Client assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value., Thumbprint of key used by client: '%s', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for the app.]"),
  ASSERTION_OUT_OF_TIME(
      700024, "invalid_client", 401, "Client assertion is not within its valid time range. %s"),
  ASSERTION_APPLICATION(
      700021,
      "invalid_client",
      401,
      "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials ."),
  ASSERTION_AUDIENCE(
      700023,
      "invalid_client",
      401,
      "Client assertion audience claim does not match Realm issuer. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials ."),
  ASSERTION_UNREADABLE(50027, "invalid_request", 400, "JWT token is invalid or malformed."),
  ASSERTION_TYPE(
      50146,
      "invalid_request",
      400,
      "This app is required to be configured with a client_assertion_type of urn:ietf:params:oauth:client-assertion-type:jwt-bearer, '%s' given."),
  PARAMETER_MISSING(
      900144,
      "invalid_request",
      400,
      "The request body must contain the following parameter: '%s'."),
  GRANT_UNSUPPORTED(
      70003, "unsupported_grant_type", 400, "The app requested an unsupported grant type '%s'."),
  SCOPE_WRONG(
      70011,
      "invalid_scope",
      400,
      "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope %s is not valid."),
  SCOPE_NOT_DEFAULT(
      1002012,
      "invalid_scope",
      400,
      "The provided value for scope %s is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI)."),
  TWO_RESOURCES(
      700022,
      "invalid_scope",
      400,
      "Provided value for the input parameter scope is not valid because it contains more than one resource. Scope %s is not valid."),
  RESOURCE_UNKNOWN(
      500011,
      "invalid_resource",
      400,
      "The resource principal named %s was not found in the tenant named Contoso. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant."),
  CONDITIONAL_ACCESS(
      53003,
      "access_denied",
      400,
      "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance."),
  THROTTLED(
      50196,
      "invalid_grant",
      400,
      "The server terminated an operation because it encountered a client request loop. Please contact your app vendor."),
  TRANSIENT(
      90033, "temporarily_unavailable", 503, "A transient error has occurred. Please try again.");

  private final int code;
  private final String error;
  private final int status;
  private final String sentence;

  EntraError(int code, String error, int status, String sentence) {
    this.code = code;
    this.error = error;
    this.status = status;
    this.sentence = sentence;
  }

  int code() {
    return code;
  }

  String error() {
    return error;
  }

  int status() {
    return status;
  }

  /** The sentence with what it is about; most sentences name one thing, some none. */
  String sentence(String about) {
    return sentence.replace("%s", about);
  }
}
