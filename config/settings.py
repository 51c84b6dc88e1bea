"""Settings of the site. What differs from one site to the next comes from the environment: see `config.environment`."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF

from config import databases, environment, icons

BASE_DIR = Path(__file__).resolve().parent.parent
_env = environment.read(os.environ, base_dir=BASE_DIR, keep_secrets=environment.only_restarts_a_child())

DEBUG = _env.debug
SECRET_KEY = _env.secret_key
ALLOWED_HOSTS = _env.allowed_hosts
DATA_DIR = _env.data_dir
BACKUP_DIR = _env.backup_dir
# What the worker does by itself: backups only into a folder that somebody named.
BACKS_UP = _env.backs_up
BACKUPS_KEPT = _env.backups_kept
TRASH_DAYS = _env.trash_days
# What was taken out of the environment: `serve` hands it to the server's process, `add_staff` reads the password.
SECRETS_OF_ENVIRONMENT = _env.secrets

# The site
SITE_URL = _env.site_url
SITE_NAME = _env.site_name
SITE_LANGUAGE = LANGUAGE_CODE = _env.site_language
SECOND_PERSON = _env.second_person
REVIEWER_CORRECTIONS = _env.reviewer_corrections
WEBSUB_HUB = _env.websub_hub
TIME_ZONE = _env.time_zone
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "briefings" / "desk_locale"]  # what editors are told; readers' words are in `locale`
FORMAT_MODULE_PATH = "config.formats"
USE_TZ = True

# Parts
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "content_editor",
    "django_prose_editor",
    "taggit",
    "csp",
    "allauth",
    "config.accounts.Accounts",
    "config.accounts.SecondFactors",
    "config.accounts.Providers",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "briefings",
    "faq",
    "config",
]
# No LocaleMiddleware: no public page looks at Accept-Language.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "briefings.middleware.NoFeatures",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "briefings.middleware.DeskSessions",
    "briefings.middleware.DeskLimits",
    "django.middleware.common.CommonMiddleware",
    "briefings.middleware.DeskTokens",
    "briefings.middleware.DeskUsers",
    "briefings.middleware.DeskLanguage",
    "briefings.middleware.DeskWords",
    "briefings.middleware.DeskMessages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "briefings.middleware.DeskAccounts",
    "briefings.middleware.DeskLogins",
    "briefings.middleware.DeskThrottle",
]
# These look for middleware by name, which here `DeskThrottle` and `DeskTokens` run at the desk alone; and want from the
# site what the proxy does (http to https), or what concerns more hosts than this one.
SILENCED_SYSTEM_CHECKS = ["axes.W002", "security.W003", "security.W008", "security.W005", "security.W021"]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
AUTH_USER_MODEL = "briefings.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "config.form_renderer.FormRenderer"
TAGGIT_CASE_INSENSITIVE = True

# Keeping
FRONT_DOOR_BYTES = _env.front_door_bytes
CDN_SECONDS = _env.cdn_seconds
DATABASES = {"default": databases.settings(_env.database, data_dir=DATA_DIR)}
MEDIA_ROOT = DATA_DIR / "media"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "/static/"
WHITENOISE_ROOT = BASE_DIR / "briefings" / "icons"  # asked for at the root; `python -m tests.icons` makes them
WHITENOISE_ADD_HEADERS_FUNCTION = icons.keep_for_a_day
STATICFILES_FINDERS = ["config.static_files.Finder"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static_files.Storage"},
}
vars().update(_env.email)
EMAIL_TIMEOUT = 10  # seconds
ERROR_MAIL = _env.error_mail
SENDS_MAIL = _env.sends_mail
DEFAULT_FROM_EMAIL = _env.mail_from or ERROR_MAIL or f"briefings@{urlsplit(SITE_URL).hostname}"

# Logging in
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_ENGINE = "briefings.logins.session_store"
SECOND_FACTOR = _env.second_factor
LOGIN_BY = _env.login_by
OIDC = _env.oidc
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "briefings.accounts.StaffBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_ADAPTER = "briefings.accounts.DeskAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # a login ends with the browser
ACCOUNT_RATE_LIMITS = False  # axes counts, with an answer of ours
MFA_ADAPTER = "briefings.accounts.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # half minutes by which the clock of a telephone may be wrong
MFA_TOTP_ISSUER = SITE_NAME
MFA_RECOVERY_CODE_DIGITS = 10
SOCIALACCOUNT_ADAPTER = "briefings.provider_logins.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "provider_class": "briefings.provider_logins.Provider"},
}
SOCIALACCOUNT_STORE_TOKENS = False
AXES_HANDLER = "briefings.throttle.Attempts"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # trying on makes no lock longer, and writes nothing
AXES_LOCKOUT_CALLABLE = "briefings.views.login.locked_out"
AXES_USERNAME_CALLABLE = "briefings.throttle.name_typed"
AXES_CLIENT_IP_CALLABLE = "briefings.throttle.client_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

# The desk's form has some ten fields a part, and a briefing hundreds of parts.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 4_500_000  # bytes; the writing page warns a little earlier, before anything is sent
FILE_UPLOAD_HANDLERS = [
    "briefings.upload_limits.LimitedUpload",  # first: no request brings more than a picture of 10 MB
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Safety
TRUSTED_PROXY = _env.trusted_proxy
_SECURE = urlsplit(SITE_URL).scheme == "https"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXY else None
CSRF_TRUSTED_ORIGINS = [f"{urlsplit(SITE_URL).scheme}://{urlsplit(SITE_URL).netloc}"]
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "briefings.views.answers.csrf_failed"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "script-src": [SELF, NONCE],  # the nonce for the desk's import map; no other page asks for one
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

# Telling
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "answers": {"class": "config.log_lines.Lines", "formatter": "line"},
        "mail": {"class": "config.error_mail.ErrorMail"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # Strangers ask for what is not there all day, at other hosts, and send too much: they get their answer, and no
        # line of the log, which would fill the disk.
        "django.request": {"handlers": ["mail", "answers"], "level": "ERROR", "propagate": False},
        "django.security": {"level": "CRITICAL"},
        "briefings": {"handlers": ["mail", "stderr"], "level": "INFO", "propagate": False},
    },
}
