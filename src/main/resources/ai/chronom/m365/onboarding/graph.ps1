# Registers the application, adds its permissions, grants admin consent and creates the secret.
# Needs the module Microsoft.Graph (Install-Module Microsoft.Graph) and a Privileged Role
# Administrator or Global Administrator. Once per tenant.
$ErrorActionPreference = 'Stop'

{{cloud}}
Connect-MgGraph -Environment $environment -NoWelcome -Scopes @(
  'Application.ReadWrite.All'
  'AppRoleAssignment.ReadWrite.All'
  'DelegatedPermissionGrant.ReadWrite.All'
)

$appName = {{appName}}
$known = Get-MgApplication -Filter {{nameFilter}}
if ($known) { throw 'An application of this name is registered already: one per tenant is enough.' }

$permissions = @(
{{permissions}}
)
$app = New-MgApplication -DisplayName $appName -SignInAudience 'AzureADMyOrg' `
  -Web @{ RedirectUris = @({{redirectUri}}) } `
  -RequiredResourceAccess @(@{ ResourceAppId = '{{graphAppId}}'; ResourceAccess = $permissions })
$sp = New-MgServicePrincipal -AppId $app.AppId
# Entra needs a moment until all of it knows the new application.
Start-Sleep -Seconds 15
$graph = Get-MgServicePrincipal -Filter "appId eq '{{graphAppId}}'"

# Admin consent: the application permissions one by one, the delegated one for everybody.
foreach ($permission in $permissions | Where-Object { $_.Type -eq 'Role' }) {
  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -PrincipalId $sp.Id `
    -ResourceId $graph.Id -AppRoleId $permission.Id | Out-Null
}
New-MgOauth2PermissionGrant -ClientId $sp.Id -ConsentType 'AllPrincipals' -ResourceId $graph.Id `
  -Scope '{{delegatedScope}}' | Out-Null

$endDate = (Get-Date).ToUniversalTime().AddDays({{secretDays}})
$secret = Add-MgApplicationPassword -ApplicationId $app.Id `
  -PasswordCredential @{ DisplayName = {{secretDescription}}; EndDateTime = $endDate }

"Tenant ID:      $((Get-MgContext).TenantId)"
"Application ID: $($app.AppId)"
"Client secret:  $($secret.SecretText)"
"Expires on:     $($endDate.ToString('yyyy-MM-dd'))"
'The secret is shown only this once: enter it in Chronom now, never send it by e-mail.'
