package ai.chronom.m365.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** People by name and password, programs by API token. */
@ApplicationScoped
public class HouseIdentities implements IdentityStore {
  @Inject PasswordCheck people;
  @Inject ApiTokens programs;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (credential instanceof UsernamePasswordCredential login) {
      return people
          .check(login.getCaller(), login.getPassword().getValue())
          .map(account -> known(account.name(), account.role()))
          .orElse(CredentialValidationResult.INVALID_RESULT);
    }
    if (credential instanceof TokenCredential login) {
      return programs
          .find(login.token())
          .map(token -> known("token:" + token.name(), token.role()))
          .orElse(CredentialValidationResult.INVALID_RESULT);
    }
    return CredentialValidationResult.NOT_VALIDATED_RESULT;
  }

  private static CredentialValidationResult known(String name, String role) {
    return new CredentialValidationResult(name, Set.of(role));
  }
}
