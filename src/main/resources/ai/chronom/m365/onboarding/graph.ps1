# Registers the application, adds its permissions, grants admin consent and creates the secret.
# Looks first, says what it would change, and asks. Run it again at any time: what is in place stays.
#
# Needs the module Microsoft.Graph (Install-Module Microsoft.Graph) and a Privileged Role
# Administrator or Global Administrator. Once per tenant.
#   -Yes        does not ask
#   -NewSecret  creates a secret even if a valid one is there
param([switch]$Yes, [switch]$NewSecret)
$ErrorActionPreference = 'Stop'

{{cloud}}
Connect-MgGraph -Environment $environment -NoWelcome -Scopes @(
  'Application.ReadWrite.All'
  'AppRoleAssignment.ReadWrite.All'
  'DelegatedPermissionGrant.ReadWrite.All'
)
$tenantId = (Get-MgContext).TenantId

$appName = {{appName}}
$redirectUri = {{redirectUri}}
$graphAppId = '{{graphAppId}}'
$secretDescription = {{secretDescription}}
# What the application is allowed, as the registration lists it.
$permissions = @(
{{permissions}}
)

# 1. Look.
$wanted = @{
  DisplayName = $appName
  SignInAudience = 'AzureADMyOrg'
  Web = @{ RedirectUris = @($redirectUri) }
  RequiredResourceAccess = @(@{ ResourceAppId = $graphAppId; ResourceAccess = $permissions })
}
$apps = @(Get-MgApplication -Filter {{nameFilter}})
if ($apps.Count -gt 1) { throw "Several applications have the name $appName`: delete all but one." }
$app = $apps | Select-Object -First 1
$graph = Get-MgServicePrincipal -Filter "appId eq '$graphAppId'"
$sp = $null
$assigned = @()
$grant = $null
$validSecret = $null
$appIsRight = $false
if ($app) {
  $listed = @($app.RequiredResourceAccess | ForEach-Object { $_.ResourceAccess } | ForEach-Object { "$($_.Id):$($_.Type)" }) | Sort-Object
  $right = @($permissions | ForEach-Object { "$($_.Id):$($_.Type)" }) | Sort-Object
  $appIsRight = ("$listed" -eq "$right") -and ($app.Web.RedirectUris -contains $redirectUri) -and ($app.SignInAudience -eq 'AzureADMyOrg')
  $validSecret = $app.PasswordCredentials |
    Where-Object { $_.DisplayName -eq $secretDescription -and $_.EndDateTime -gt (Get-Date).ToUniversalTime() } |
    Select-Object -Last 1
  $sp = Get-MgServicePrincipal -Filter "appId eq '$($app.AppId)'"
}
if ($sp) {
  $assigned = @(Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -All |
    Where-Object { $_.ResourceId -eq $graph.Id } | ForEach-Object { $_.AppRoleId })
  $grant = Get-MgServicePrincipalOauth2PermissionGrant -ServicePrincipalId $sp.Id -All |
    Where-Object { $_.ResourceId -eq $graph.Id -and $_.ConsentType -eq 'AllPrincipals' } | Select-Object -First 1
}
$missing = @($permissions | Where-Object { $_.Type -eq 'Role' -and $assigned -notcontains $_.Id })
$scopeIsMissing = -not ($grant -and ($grant.Scope -split ' ') -contains '{{delegatedScope}}')
$wantsSecret = $NewSecret -or -not $validSecret

# 2. Say what would change, and ask.
$plan = @()
if (-not $app) { $plan += "register the application $appName with the {{permissionCount}} permissions of the guide" }
elseif (-not $appIsRight) { $plan += "set the permissions, the account type and the redirect address of $appName as the guide has them" }
if (-not $sp) { $plan += 'create its enterprise application in this tenant' }
if ($missing) { $plan += "grant admin consent to $($missing.Count) application permissions" }
if ($scopeIsMissing) { $plan += 'grant admin consent to {{delegatedScope}} for everybody' }
if ($wantsSecret) { $plan += 'create a client secret that lasts {{secretDays}} days' }
if (-not $plan) {
  "Everything is in place in tenant $tenantId; nothing was changed."
} else {
  "In tenant $tenantId this script will"
  $plan | ForEach-Object { "  - $_" }
  if (-not $Yes -and (Read-Host 'Go ahead? [y/N]') -notlike 'y*') { throw 'Nothing was changed.' }
}

# 3. Change what is missing; the first failure ends the script.
if (-not $app) {
  $app = New-MgApplication @wanted
} elseif (-not $appIsRight) {
  Update-MgApplication -ApplicationId $app.Id @wanted
}
for ($try = 1; -not $sp; $try++) {
  # Entra needs a moment until all of it knows a new application.
  try { $sp = New-MgServicePrincipal -AppId $app.AppId }
  catch { if ($try -eq 6) { throw } else { Start-Sleep -Seconds 10 } }
}
# Admin consent: the application permissions one by one, the delegated one for everybody.
foreach ($role in $missing) {
  New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $sp.Id -PrincipalId $sp.Id `
    -ResourceId $graph.Id -AppRoleId $role.Id | Out-Null
}
if ($scopeIsMissing -and $grant) {
  Update-MgOauth2PermissionGrant -OAuth2PermissionGrantId $grant.Id -Scope "$($grant.Scope) {{delegatedScope}}"
} elseif ($scopeIsMissing) {
  New-MgOauth2PermissionGrant -ClientId $sp.Id -ConsentType 'AllPrincipals' -ResourceId $graph.Id `
    -Scope '{{delegatedScope}}' | Out-Null
}
$secret = '(created before, and shown only then; -NewSecret creates another)'
if ($wantsSecret) {
  $validSecret = Add-MgApplicationPassword -ApplicationId $app.Id -PasswordCredential @{
    DisplayName = $secretDescription
    EndDateTime = (Get-Date).ToUniversalTime().AddDays({{secretDays}})
  }
  $secret = $validSecret.SecretText
}

# 4. The four values that Chronom asks for.
"Tenant ID:      $tenantId"
"Application ID: $($app.AppId)"
"Client secret:  $secret"
"Expires on:     $($validSecret.EndDateTime.ToString('yyyy-MM-dd'))"
if ($wantsSecret) { 'The secret is shown only this once: enter it in Chronom now, never send it by e-mail.' }
