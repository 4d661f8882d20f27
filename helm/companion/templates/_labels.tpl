{{- define "companion.labels" -}}
app.kubernetes.io/name: jupyterhub-gke-companion
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
jupyterhub-gke/hub: {{ .Values.hub | quote }}
{{- end -}}
